import { type Turn as ChatTurn, createFlowBuilder } from '../chat/dsl/flow.ts';
import type { Shop } from '../shop/shop.ts';

/** Declares a flow of Walnut's. */
export const flow = createFlowBuilder<Shop>();

/** What a handler knows; `Param` names the parameters of its button. */
export type Turn<Param extends string = never> = ChatTurn<Shop, Param>;
