import { Converter } from 'opencc-js/t2cn';

const HAN = /\p{Script=Han}/u;

let converter: ((text: string) => string) | undefined;

/** The same words in simplified characters. The converter takes some 50 ms to make: it is made for the first Chinese text. */
export function toSimplified(text: string): string {
  if (!HAN.test(text)) return text;
  const convert: (text: string) => string = converter ?? Converter({ from: 't', to: 'cn' });
  converter = convert;
  return convert(text);
}
