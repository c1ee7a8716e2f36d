import { at, flat, line, oval, shadow, solid, text } from './shapes.ts';

// Vessels stand with the middle of their rim at the middle of the drawing. What they hold comes in between
// their back and their front, so that it looks out over the edge.

/** Woven, for roots and nuts. */
export const basket = (inside: string): string =>
  at(0, 196, shadow(290, 44)) +
  flat(oval(300, 74), '#6d4722') +
  inside +
  solid('M-306 0A306 78 0 0 0 306 0L262 168Q0 250-262 168z', 'url(#weave)') +
  line('M-304 0A304 78 0 0 0 304 0', '#a8763a', 20) +
  line('M-304-4A304 78 0 0 0 304-4', '#d4a662', 7);

/** A shallow round tray on which things dry. */
export const tray = (inside: string): string =>
  at(0, 36, shadow(400, 120)) +
  solid(oval(390, 128), '#b98646') +
  flat(oval(364, 108), 'url(#weave)') +
  flat(oval(364, 108), 'rgba(70,38,10,.18)') +
  inside +
  line('M-377 0A377 118 0 0 0 377 0', '#cf9f5c', 26) +
  line('M-377-6A377 118 0 0 0 377-6', '#e6bf80', 6);

/** A wooden crate; three boards in front. */
export const crate = (inside: string): string =>
  at(0, 196, shadow(330, 36)) +
  flat('M-300-40h600l20 60h-640z', '#6d4722') +
  inside +
  [0, 66, 132]
    .map(
      (y, i) =>
        solid(`M-316 ${y}h632v56h-632z`, i % 2 ? '#c99758' : '#d3a566') +
        line(`M-240 ${y + 20}q160 10 300 2M40 ${y + 38}q110-6 220 2`, 'rgba(110,70,30,.3)', 3),
    )
    .join('') +
  [-296, 296].map((x) => solid(`M${x - 20}-6h40v200h-40z`, '#b9853f')).join('');

/** A glazed bowl, heaped: `mound` is the colour below, `inside` lies on it. */
export const bowl = (mound: string, inside: string, band = '#3f6b8f'): string =>
  at(0, 176, shadow(210, 36)) +
  flat(oval(228, 56), '#d7cdb8') +
  solid('M-204 0C-160-190 160-190 204 0A204 50 0 0 1-204 0z', mound) +
  inside +
  solid('M-228 0A228 56 0 0 0 228 0C222 100 130 178 70 184h-140C-130 178-222 100-228 0z', '#f1ece0') +
  line('M-214 52Q0 142 214 52', band, 12) +
  line('M-206 74Q0 162 206 74', band, 4) +
  line('M-228 0A228 56 0 0 0 228 0', '#fffaf0', 7);

/** A sack with its edge rolled down. */
export const sack = (mound: string, inside: string, label: string): string =>
  at(0, 306, shadow(270, 40)) +
  solid('M-196 0C-250 120-262 240-218 304Q0 344 218 304C262 240 250 120 196 0z', '#dcc59a') +
  line('M-150 70c-20 70-30 130-24 196M150 70c20 70 30 130 24 196', 'rgba(120,84,40,.35)', 6) +
  text(label, 0, 226, 92, '#a8402e') +
  flat(oval(206, 54), '#a98a57') +
  solid('M-188 0C-150-130 150-130 188 0A188 46 0 0 1-188 0z', mound) +
  inside +
  line('M-202 0A202 54 0 0 0 202 0', '#c7a972', 34) +
  line('M-204-8A202 54 0 0 0 204-8', '#ecd9b2', 6);

/** A glass jar, 380 high, with a paper label. */
export const jar = (fill: string, lid: string, label: string, inside = ''): string =>
  at(0, 196, shadow(150, 26)) +
  solid(
    'M-100-150h200c24 10 34 30 34 58v220c0 44-20 66-62 66h-144c-42 0-62-22-62-66v-220c0-28 10-48 34-58z',
    fill,
  ) +
  inside +
  line('M-108-70v190', 'rgba(255,255,255,.5)', 14) +
  solid('M-112-208h224v62h-224z', lid) +
  line('M-108-162h216', 'rgba(0,0,0,.18)', 5) +
  (label &&
    flat('M-84-44h168v136h-168z', '#fbf6e9') +
      line('M-72-32h144v112h-144z', '#c98f4f', 3) +
      text(label, 0, 48, label.length > 1 ? 60 : 80, '#6b3f17'));

export const bottle = (fill: string, label: string): string =>
  at(0, 224, shadow(110, 22)) +
  solid(
    'M-32-250h64v104c54 26 66 62 66 112v226c0 20-10 30-30 30h-136c-20 0-30-10-30-30v-226c0-50 12-86 66-112z',
    fill,
  ) +
  line('M-74-10v170', 'rgba(255,255,255,.28)', 10) +
  solid('M-40-292h80v56h-80z', '#b23a2e') +
  flat('M-78-14h156v156h-156z', '#f6ead0') +
  line('M-66-2h132v132h-132z', '#b23a2e', 3) +
  text(label, 0, label.length > 1 ? 86 : 94, label.length > 1 ? 58 : 86, '#5c2a17');

/** An earthen jar with a square of red paper, standing on a corner as on feast days. */
export const crock = (sign: string): string =>
  at(0, 206, shadow(210, 32)) +
  solid(
    'M-120-150h240c70 50 96 130 84 210-10 70-46 130-84 146h-240c-38-16-74-76-84-146-12-80 14-160 84-210z',
    '#7a4526',
  ) +
  line('M-196 20Q0 70 196 20', 'rgba(40,18,6,.35)', 6) +
  solid('M-136-184h272v44h-272z', '#5f3219') +
  solid('M-110-224q110-34 220 0v42h-220z', '#b23a2e') +
  line('M-112-184h224', '#e9c78f', 7) +
  at(0, 30, flat('M-72-72h144v144h-144z', '#c2372c'), 1, 45) +
  text(sign, 0, 66, 100, '#f7dfa0');
