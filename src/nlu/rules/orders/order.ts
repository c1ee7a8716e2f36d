import { THOUSAND } from '../lexer/numbers.ts';
import { type Draft, joins, joint, withContent, withoutPortions } from './contents.ts';
import { looksLikeGoods } from './goods-words.ts';
import type { Amount, Item } from './items.ts';

/** An order while it is read, item by item. The last draft is the one being spoken of. */
export class Order {
  private drafts: Draft[] = [];
  /** Where the clause that is being read began. */
  private clause = 0;
  /** What is not wanted, kept in case only its amount was wrong. */
  private topic = '';
  private mood: 'normal' | 'not' | 'undo' = 'normal';
  private isEach = false;
  /** What each of the products that follow gets. */
  private share: Amount | undefined;
  /** A draft whose amount was just said anew: a product behind it is said anew too. */
  private renewed: Draft | undefined;
  private hasUndone = false;
  /** What 5 kg would come to if it were meant for each of the boxes. */
  private ifEach: Amount | undefined;
  /** The amount that was said to be wrong. */
  private refused: Amount | undefined;
  private isTotal = false;
  /** What all that is listed comes to. */
  private total: Amount | undefined;
  private before: Item['is'] = 'stop';

  take(item: Item, next: Item | undefined, after: Item | undefined): void {
    switch (item.is) {
      case 'product':
        this.name(item.text, item.isTrait, next?.is === 'amount');
        break;
      case 'amount':
        this.measure(item.amount, next, after);
        break;
      case 'content':
        this.fill(item, next);
        break;
      case 'each':
        this.shareOut();
        break;
      case 'not':
      case 'undo':
        this.mood = item.is;
        this.hasUndone = true;
        break;
      case 'total':
        this.isTotal = true;
        break;
      case 'want':
        if (this.mood === 'not') this.mood = 'normal';
        break;
      case 'dropped':
        this.drop();
        break;
      case 'purpose':
        if (this.last?.product === '' && this.before === 'amount') this.last.isPortion = true;
        break;
      case 'too-much':
        if (this.last?.product === '' && this.before === 'amount') this.drafts.pop();
        break;
      case 'stop':
        this.stop();
    }
    this.before = item.is;
  }

  private get last(): Draft | undefined {
    return this.drafts.at(-1);
  }

  private name(text: string, isTrait: boolean, isMeasured: boolean): void {
    const { last, renewed } = this;
    if (this.mood === 'not') {
      if (!isTrait) this.topic ||= text;
    } else if (isTrait && this.isOfEarlier(isMeasured)) return;
    else if (renewed) renewed.product = text;
    else if (this.mood === 'undo' && last) {
      const same = this.drafts.findIndex((draft) => draft.product === text);
      this.drafts.splice(same >= 0 ? same : -1, 1);
      this.drafts.push({ product: text });
      this.mood = 'normal';
    } else if (last && last.product === '' && (last.amount || last.content)) last.product = text;
    else
      this.drafts.push(
        this.share
          ? { product: text, amount: this.share }
          : { product: text, isTrait, isWanted: this.before === 'want' },
      );
    this.renewed = undefined;
  }

  /** 鸭蛋 咸的 20个: how the goods should be. With an amount of its own it may be goods: 鸭蛋5个 咸的20个. */
  private isOfEarlier(isMeasured: boolean): boolean {
    const { last } = this;
    if (isMeasured) return last !== undefined && last.product !== '' && !last.amount;
    return this.drafts.some((draft) => draft.product !== '');
  }

  private measure(said: Amount, next: Item | undefined, after: Item | undefined): void {
    const { last } = this;
    const amount = this.mood === 'undo' ? inUnitOf(this.refused ?? last?.amount, said) : said;
    if (this.mood === 'not') {
      this.refused = amount;
      // 不是5斤10斤: one amount was wrong, the next is right.
      if (this.before === 'amount') this.mood = 'undo';
      else return;
    }
    if (this.isTotal) {
      this.total = amount;
      this.isTotal = false;
      return;
    }
    if (this.isEach) {
      this.giveEach(amount);
      return;
    }
    this.share = undefined;
    this.ifEach = undefined;
    if (this.mood === 'undo' && last) {
      last.amount = amount;
      this.renewed = last;
    } else if (last && this.takes(last, next) && !this.isOfNext(next, after)) last.amount = amount;
    else if (last?.amount && joins(last.amount, amount) && next?.is !== 'product') {
      this.ifEach = joint(last.amount, amount, true);
      last.amount = joint(last.amount, amount, this.before === 'want');
    } else this.drafts.push({ product: '', amount });
    this.mood = 'normal';
  }

  /** 弄点小米，再来三斤红枣: in a clause of its own an amount belongs to the goods behind it, unless those have one. */
  private isOfNext(next: Item | undefined, after: Item | undefined): boolean {
    const isNewClause = this.clause >= this.drafts.length;
    return isNewClause && next?.is === 'product' && !next.isTrait && after?.is !== 'amount';
  }

  /** An amount belongs to what was named before it, unless that has one and another product follows. */
  private takes(draft: Draft, next: Item | undefined): boolean {
    if (draft.amount) return false;
    return !(draft.product !== '' && draft.content?.mayStandAlone && next?.is === 'product');
  }

  private fill(content: Extract<Item, { is: 'content' }>, next: Item | undefined): void {
    if (this.mood === 'not') return;
    const { last } = this;
    const isOfNext = last?.product !== '' && last?.amount !== undefined && next?.is === 'product';
    if (last?.amount && this.mood === 'undo' && content.mayStandAlone) last.amount = content.amount;
    else if (last && this.mood !== 'undo' && !last.content && !isOfNext) last.content = content;
    else this.drafts.push({ product: '', content });
    this.mood = 'normal';
  }

  private giveEach(amount: Amount): void {
    const open = this.drafts.filter((draft) => !draft.amount && draft.product !== '');
    const [only, ...others] = open;
    if (only && others.length === 0) this.divide(only, open);
    for (const draft of open) draft.amount = amount;
    this.isEach = false;
    if (open.length === 0) this.share = amount;
  }

  /** 小米绿豆各5斤: 各 speaks of several, and most names have two signs. */
  private divide(only: Draft, open: Draft[]): void {
    const [, one, other] = /^(\p{Script=Han}{2})(\p{Script=Han}{2})$/u.exec(only.product) ?? [];
    if (!one || !other) return;
    const second = { product: other };
    only.product = one;
    open.push(second);
    this.drafts.push(second);
  }

  /** 各 stands behind the products and before the amount; `each` stands behind the amount too. */
  private shareOut(): void {
    const { last } = this;
    this.mood = 'normal';
    if (this.before === 'amount' && last && this.ifEach) {
      last.amount = this.ifEach;
      return;
    }
    if (this.before !== 'amount' || !last?.amount) {
      this.isEach = true;
      return;
    }
    this.share = last.product === '' ? last.amount : undefined;
    if (this.share) this.drafts.pop();
    for (const draft of this.drafts) draft.amount ??= last.amount;
  }

  private drop(): void {
    // 木耳各半斤 银耳不要: one thing alone, behind others that are wanted.
    if (
      this.before === 'product' &&
      this.last &&
      !this.last.amount &&
      this.drafts.some(({ amount }) => amount)
    ) {
      const { product } = this.last;
      this.drafts = this.drafts.filter((draft) => draft.product !== product);
      this.hasUndone = true;
      this.mood = 'normal';
      return;
    }
    const from = this.clause < this.drafts.length ? this.clause : Math.max(0, this.drafts.length - 1);
    const [first] = this.drafts.splice(from);
    this.drafts = this.drafts.filter((draft) => draft.product === '' || draft.product !== first?.product);
    this.topic = '';
    this.hasUndone = true;
    if (first) this.clause = this.drafts.length;
    this.mood = 'normal';
  }

  private stop(): void {
    this.clause = this.drafts.length;
    if (this.mood === 'not') this.mood = 'normal';
    this.renewed = undefined;
  }

  finished(): Draft[] {
    if (this.share && this.drafts.length === 0) this.drafts.push({ product: '', amount: this.share });
    this.giveTotal();
    this.dropRemarks();
    const isNamed = this.drafts.some((draft) => !draft.isTrait || draft.amount);
    const drafts = withoutPortions(this.drafts)
      .filter((draft) => !isNamed || !draft.isTrait || draft.amount)
      .map(withContent)
      .filter(({ product, amount }) => product !== '' || (amount?.measure ?? null) !== null);
    // 不要5斤核桃,要3斤: only the amount was wrong.
    const [only, ...others] = drafts;
    if (only?.product === '' && others.length === 0) only.product = this.topic;
    return drafts.filter((draft, i) => !this.isSaidAgain(draft, i, drafts));
  }

  /** Behind the last amount stand remarks too: 开发票, 切片. Only what looks like goods is taken for an order. */
  private dropRemarks(): void {
    const last = this.drafts.findLastIndex(({ amount, content }) => amount || content);
    if (last < 0) return;
    this.drafts = this.drafts.filter(({ product, isWanted }, i) => i <= last || isWanted || isGoods(product));
  }

  /** 核桃一共10斤; of several products nobody knows how a sum is shared. */
  private giveTotal(): void {
    const { total, last } = this;
    if (!total || this.drafts.some((draft) => draft.amount)) return;
    if (!last) this.drafts.push({ product: '', amount: total });
    for (const draft of this.drafts)
      draft.amount ??= this.drafts.length === 1 ? total : { ...total, quantity: null };
  }

  /** A product named without an amount and then with one was meant once; after a correction the last word counts. */
  private isSaidAgain({ product, amount }: Draft, i: number, drafts: readonly Draft[]): boolean {
    return drafts.some(
      (other, j) =>
        j !== i &&
        other.product === product &&
        product !== '' &&
        (amount ? j > i && this.hasUndone && other.amount : other.amount || j < i),
    );
  }
}

/** 5斤改成10: a number alone is counted in the unit of what it corrects. */
function inUnitOf(wrong: Amount | undefined, said: Amount): Amount {
  if (said.bare === undefined || !wrong?.unit) return said;
  const quantity = (said.bare * wrong.unit.base) / THOUSAND;
  return { ...wrong, quantity: Number.isSafeInteger(quantity) ? quantity : null };
}

function isGoods(product: string): boolean {
  if (!/\p{Script=Han}/u.test(product)) return product.split(' ').length <= 3;
  return !/\p{Script=Han}{5}/u.test(product) && looksLikeGoods(product);
}
