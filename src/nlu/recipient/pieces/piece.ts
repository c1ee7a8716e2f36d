import type { LabelKind } from '../labels.ts';
import type { Span } from '../text.ts';

export type PieceKind = 'words' | 'goods' | 'talk' | 'courtesy';

/** A part of a message between two stops, without what only leads to it. */
export interface Piece extends Span {
  readonly plain: string;
  readonly said: string;
  readonly kind: PieceKind;
  /** What its label or what leads to it says that it is. */
  readonly is?: LabelKind;
  /** Its label is one for certain. */
  readonly isLabelled: boolean;
  /** Said with 收 behind it, or 给 before it: a name. */
  readonly isLed: boolean;
  /** 2 and more: it is an address by its own words. */
  readonly evidence: number;
  /** With what leads to it and what is said behind it. */
  readonly whole: Span;
}
