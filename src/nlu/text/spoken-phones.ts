// 幺三五 九三幺八 八六六二: a mobile number as it is spoken, and as telephones write what they hear.

const DIGITS: ReadonlyMap<string, string> = new Map(
  [...'零0〇0洞0幺1么1一1二2两2兩2三3四4五5六6七7拐7八8九9'.matchAll(/(\D)(\d)/gu)].map(
    ([, sign = '', digit = '']) => [sign, digit],
  ),
);
const SIGN = `[${[...DIGITS.keys()].join('')}]`;
const MOBILE = new RegExp(`(?<!${SIGN}|\\d)[幺么一](?:[\\s,，、.-]?${SIGN}){10}(?!${SIGN}|\\d)`, 'gu');

/** With the digits of spoken mobile numbers written as figures; of the same length. Nothing else is changed. */
export const withPhonesInFigures = (message: string): string =>
  message.replace(MOBILE, (spoken) => {
    const written = [...spoken].map((sign) => DIGITS.get(sign) ?? sign).join('');
    return /^1\D?[3-9]/u.test(written) ? written.replace(/[,，、.]/gu, ' ') : spoken;
  });
