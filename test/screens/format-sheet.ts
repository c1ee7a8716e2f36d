/** One picture of a screen. */
export interface Shot {
  readonly name: string;
  readonly language: string;
  readonly look: string;
  readonly file: string;
}

const STYLE = `body { font: 14px system-ui; margin: 16px; background: #ddd }
section { display: flex; gap: 12px; margin-bottom: 20px } figure { margin: 0 }
img { width: 280px; border: 1px solid #999 } h2 { font-size: 14px; margin: 8px 0 }`;

/** A page with a row for each screen, and its looks side by side. */
export function formatSheet(shots: readonly Shot[]): string {
  const rows = Map.groupBy(shots, ({ name }) => name);
  const sections = [...rows].map(
    ([name, of]) => `<h2 id="${name}">${name}</h2><section>${of.map(formatFigure).join('')}</section>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${STYLE}</style>${sections.join('\n')}\n`;
}

const formatFigure = ({ file, language, look }: Shot): string =>
  `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${language} ${look}</figcaption></figure>`;
