import type { Danger } from '../../health/dangers.ts';
import type { Figures } from '../../health/figures.ts';
import type { Failed, Parked } from '../../shop/admin/parked.ts';
import type { Today } from '../../shop/admin/today.ts';
import type { AlertProgress } from '../../shop/notifications/alerts/progress.ts';

/** What the board shows, read at one moment. */
export interface BoardState {
  readonly figures: Figures;
  readonly dangers: readonly Danger[];
  readonly today: Today;
  readonly alerts: readonly AlertProgress[];
  readonly parked: readonly Parked[];
  readonly failed: readonly Failed[];
  readonly at: Date;
}

/** The board's data, and what can be done from it. Each act answers whether its row was still there. */
export interface Board {
  read(): Promise<BoardState>;
  retryParked(id: string): Promise<boolean>;
  dropParked(id: string): Promise<boolean>;
  retryFailed(id: string): Promise<boolean>;
}
