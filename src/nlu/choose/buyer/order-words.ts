import { readData } from '../../../shop/values/data-file.ts';
import { orderWordsFile } from '../../text/lexicon.ts';
import { splitWords, type Words } from '../../text/words.ts';

type List = Exclude<keyof ReturnType<typeof loadFile>, 'source' | 'date'>;

const loadFile = () => readData('lexicon/order-words.yaml', orderWordsFile);
const file = loadFile();

const wordsOf = (list: List): Words<true> => splitWords(file[list].map((word) => [word, true] as const));

/** What is said around the goods and amounts of an order. */
export const orderWords: Readonly<Record<List, Words<true>>> = {
  suppose: wordsOf('suppose'),
  able: wordsOf('able'),
  below: wordsOf('below'),
  otherwise: wordsOf('otherwise'),
  total: wordsOf('total'),
  kinds: wordsOf('kinds'),
  ends: wordsOf('ends'),
  beside: wordsOf('beside'),
  making: wordsOf('making'),
  uses: wordsOf('uses'),
  having: wordsOf('having'),
  halves: wordsOf('halves'),
  seek: wordsOf('seek'),
  giveUp: wordsOf('giveUp'),
  reasons: wordsOf('reasons'),
  eachOfRow: wordsOf('eachOfRow'),
  inRow: wordsOf('inRow'),
  beforeRow: wordsOf('beforeRow'),
  orElse: wordsOf('orElse'),
  noName: wordsOf('noName'),
  denies: wordsOf('denies'),
  afterAll: wordsOf('afterAll'),
  enough: wordsOf('enough'),
  adds: wordsOf('adds'),
  bought: wordsOf('bought'),
  elsewise: wordsOf('elsewise'),
};
