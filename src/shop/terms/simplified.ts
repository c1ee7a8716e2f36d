import { Converter } from 'opencc-js/t2cn';

let converter: ((text: string) => string) | undefined;

/** The same words in simplified characters. The converter takes some 100 ms to make: it is made for the first text. */
export function toSimplified(text: string): string {
  const convert: (text: string) => string = converter ?? Converter({ from: 't', to: 'cn' });
  converter = convert;
  return convert(text);
}
