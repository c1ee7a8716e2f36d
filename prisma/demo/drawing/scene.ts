// The place that all pictures share: the yard's table in the morning, the terraced hills behind it.

/** Definitions that parts draw with: `sheen` lays the light on a body, `weave` is wickerwork. */
export const light = `<defs>
  <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fdeecb"/><stop offset="1" stop-color="#f8dca8"/></linearGradient>
  <linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#c9935a"/><stop offset="1" stop-color="#9a683a"/></linearGradient>
  <radialGradient id="sun" cx=".16" cy=".1" r=".75"><stop offset="0" stop-color="#fffaf0" stop-opacity=".95"/><stop offset="1" stop-color="#fffaf0" stop-opacity="0"/></radialGradient>
  <linearGradient id="sheen" x1=".1" y1="0" x2=".9" y2="1"><stop offset="0" stop-color="#fff6dc" stop-opacity=".38"/><stop offset=".45" stop-color="#fff6dc" stop-opacity="0"/><stop offset="1" stop-color="#3a1604" stop-opacity=".32"/></linearGradient>
  <pattern id="weave" width="56" height="36" patternUnits="userSpaceOnUse"><rect width="56" height="36" fill="#b5813f"/><rect x="2" y="2" width="24" height="14" rx="6" fill="#d2a260"/><rect x="30" y="2" width="24" height="14" rx="6" fill="#c08e4b"/><rect x="2" y="20" width="24" height="14" rx="6" fill="#c08e4b"/><rect x="30" y="20" width="24" height="14" rx="6" fill="#d2a260"/></pattern>
</defs>`;

export const hills = `
  <path d="M0 300C150 210 260 230 380 280S640 190 780 230s160 30 220 10v220H0z" fill="#e9c78c"/>
  <path d="M0 350c120-50 240-60 380-20s260-60 400-40 150 30 220 20v160H0z" fill="#dcb374"/>
  <g fill="none" stroke="#c99c5c" stroke-width="4" opacity=".55"><path d="M0 376c120-46 240-54 380-16s260-58 400-38 150 28 220 18M0 402c120-40 240-46 380-10s260-54 400-34 150 26 220 16"/></g>`;

const boards = [488, 552, 622]
  .map((y) => `<path d="M0 ${y}h1000" stroke="#875a30" stroke-width="4" opacity=".45"/>`)
  .join('');

export const yard = `
  <rect width="1000" height="750" fill="url(#sky)"/>${hills}
  <rect width="1000" height="750" fill="url(#sun)"/>
  <rect y="425" width="1000" height="325" fill="url(#table)"/><rect y="425" width="1000" height="12" fill="#e0b27a"/>${boards}`;
