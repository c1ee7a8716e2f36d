import * as api from './api.js';
import { registerWorker } from './offline.js';
import { toast } from './toast.js';
import { word } from './words.js';

// Being told while this page is closed: on and off by a tap, where the browser can. A browser tells of both sides.

/** @type {string | undefined} the shop's key, for which a browser subscribes */
let key;
let isOn = false;

/** An iPhone can only for a page on its home screen. */
const isPhoneWithoutPush =
  /iPhone|iPad/.test(navigator.userAgent) && !('PushManager' in window) && 'standalone' in navigator;
const canPush = isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window;

/** Learns how things stand. @param {(path: string) => void} onOpen a notification of an open page was tapped */
export async function beginPush(onOpen) {
  if (!canPush) return;
  navigator.serviceWorker.addEventListener('message', ({ data }) => onOpen(String(data?.open ?? '')));
  const state = await api.pushState().catch(() => undefined);
  key = state?.key;
  isOn = state?.isOn ?? false;
}

/** What the menu offers; nothing where the browser cannot. */
export function pushOffer() {
  if (isPhoneWithoutPush) return word('push-on');
  return key && word(isOn ? 'push-off' : 'push-on');
}

export async function changePush() {
  if (isPhoneWithoutPush) return toast(word('push-home-screen'));
  try {
    await (isOn ? end() : begin());
  } catch {
    toast(word('push-failed'));
  }
}

async function begin() {
  if ((await Notification.requestPermission()) !== 'granted') return toast(word('push-blocked'));
  const registration = await registerWorker();
  // Another shop's key may have been here before.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key ?? null,
  });
  await api.pushOn(subscription.toJSON());
  isOn = true;
  toast(word('push-is-on'));
}

async function end() {
  await api.pushOff();
  isOn = false;
  await unsubscribe();
  toast(word('push-is-off'));
}

/** The browser forgets it too, as at a log-out. */
export async function unsubscribe() {
  if (!canPush) return;
  const registration = await navigator.serviceWorker.getRegistration('/');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
