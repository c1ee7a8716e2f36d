/** 五金黄小米, as a telephone hears 五斤黄小米: read so where a name of goods follows. */
export function correctMisheard(message: string, titles: readonly string[]): string {
  return message.replace(NUMBER_AND_METAL, (said, number: string, at: number) =>
    titles.some((title) => message.startsWith(title, at + said.length)) ? `${number}斤` : said,
  );
}

const NUMBER_AND_METAL = /([\d一二两三四五六七八九十百半])\s*金/gu;
