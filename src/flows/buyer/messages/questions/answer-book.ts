import { z } from 'zod';
import { type Reply, type ReplyPart, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import { readAct } from '../../../../nlu/acts/act.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { findSaid, isSameQuestion } from '../../../../writer/answers/question.ts';
import type { Turn } from '../../../flow.ts';
import { productName, productSeller } from '../../../screens/values.ts';

const forwardShape = z.object({ text: z.string(), product: idShape<ProductId>() });

/**
 * Where a question about a product would be passed on: what its seller answered before, or said of it, marked as the
 * assistant's. It can still be passed on.
 */
export async function withKnownAnswer(turn: Turn, reply: Reply): Promise<Reply> {
  const known = await Promise.all(reply.map((part) => answered(turn, part)));
  return known;
}

async function answered(turn: Turn, part: ReplyPart): Promise<ReplyPart> {
  if (!('text' in part) || part.asks?.step !== 'forward') return part;
  const asked = forwardShape.safeParse(part.asks.data).data;
  const product = asked && (await turn.shop.catalogue.byId(asked.product));
  const text = product && ((await keptText(turn, product)) ?? (await saidText(turn, product)));
  return text ? withText(part, text) : part;
}

const withText = ({ isMiss: _, ...screen }: Screen, text: Text): Screen => ({ ...screen, text });

async function keptText({ shop, text }: Turn, product: Product): Promise<Text | undefined> {
  const kept = (await shop.answerBook.confirmed(product.id)).find(
    ({ question }) => isSameTopic(text, question) || isSameQuestion(text, question, titlesOf(product)),
  );
  if (!kept) return undefined;
  await shop.answerBook.noteUse(kept.id);
  const values = { title: productName(product), seller: productSeller(product) };
  return say('book-answered', { ...values, question: kept.question, answer: kept.answer });
}

async function saidText({ shop, text }: Turn, product: Product): Promise<Text | undefined> {
  const words = findSaid(text, await shop.answerBook.said(product.id), titlesOf(product));
  const values = { title: productName(product), seller: productSeller(product) };
  return words === undefined ? undefined : say('book-said', { ...values, words });
}

const titlesOf = ({ title, titleEn }: Product): string => `${title} ${titleEn ?? ''}`;

/** 怎么保存 and 能放多久 ask the same. */
function isSameTopic(asked: string, kept: string): boolean {
  const [one, other] = [readAct(asked), readAct(kept)];
  return one?.is === 'topic' && other?.is === 'topic' && one.topic === other.topic;
}
