import { lex } from '../../../lexer/lexer.ts';
import { isQuantity } from '../../../lexer/tokens.ts';
import { phrasePatterns, plainWords } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';

const said = phrasePatterns(sellerLexicon.codes);

/** 这是我的微信收款码: whose code a photo with this caption shows; `unknown` where that is not said. */
export function readPaymentCode(caption: string): 'wechat' | 'alipay' | 'unknown' | undefined {
  const words = plainWords(caption);
  // With a price or an amount it is goods that happen to be called so.
  if (!said.named.test(words) || lex(caption).tokens.some(isQuantity)) return undefined;
  const [isWechat, isAlipay] = [said.wechat.test(words), said.alipay.test(words)];
  return isWechat === isAlipay ? 'unknown' : isWechat ? 'wechat' : 'alipay';
}
