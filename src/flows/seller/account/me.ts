import { devices, endDevice, endDevices } from '../../common/devices.ts';
import { forget, forgetLater, forgetStay, forgetYes, privacy } from '../../common/privacy.ts';
import { flow } from '../../flow.ts';

/** What the shop knows of a seller's person, and erasing it. */
export const sellerMe = flow('seller-me', {
  commands: { privacy, forget, devices },
  taps: {
    devices,
    'device-end/:device': endDevice,
    'devices-end': endDevices,
    privacy,
    forget,
    'forget-yes': forgetYes,
    'forget-later': forgetLater,
    'forget-stay': forgetStay,
  },
});
