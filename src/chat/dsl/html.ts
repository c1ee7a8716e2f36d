/** Safe markup: every text in it is escaped. Only this file makes it. */
export interface Html {
  readonly markup: string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

export const escapeHtml = (text: string): Html => ({ markup: escapeText(text) });

/** Makes markup from a template; escapes values that are no markup. */
export function html(strings: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  const parts = strings.map((text, i) => {
    const value = values[i];
    if (value === undefined) return text;
    return text + (typeof value === 'object' ? value.markup : escapeText(String(value)));
  });
  return { markup: parts.join('') };
}

/** Marks text as safe. Only for texts of the locale files, whose values are escaped already. */
export const trustedHtml = (markup: string): Html => ({ markup });

/** A moment as `text` in the village's time; a page that knows where its reader is may say it in theirs. */
export const timeMarkup = (at: Date, text: string): string =>
  `<time datetime="${at.toISOString()}">${escapeText(text)}</time>`;

/** The zone of a time before it, as `text`; a page whose reader lives by the same clock leaves it out. */
export const zoneMarkup = (timeZone: string, text: string): string =>
  `<time data-zone="${escapeText(timeZone)}">${escapeText(text)}</time>`;

/** For channels that know no moments. */
export const withoutTimeMarkup = (markup: string): string => markup.replace(/<\/?time[^>]*>/g, '');

export const joinHtml = (parts: readonly Html[], between: string): Html => ({
  markup: parts.map((part) => part.markup).join(between),
});

/** The text that a reader of `markup` sees. */
export const plainText = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(amp|lt|gt|quot);/g,
      (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' })[entity] ?? entity,
    );
