import OpenAI from 'openai';
import { ModelFault, toModelFault } from './model-fault.ts';

/** Classifies what the client threw. The server's message is left out: it may quote the key or the facts. */
export function toClientFault(error: unknown): ModelFault {
  if (error instanceof OpenAI.APIUserAbortError || error instanceof OpenAI.APIConnectionTimeoutError)
    return new ModelFault('slow', 'the model server did not answer in time');
  if (error instanceof OpenAI.APIConnectionError)
    return new ModelFault('unreachable', 'the model server cannot be reached');
  if (error instanceof OpenAI.APIError && error.status !== undefined) return answered(error.status);
  return toModelFault(error);
}

function answered(status: number): ModelFault {
  if (status === 401 || status === 403)
    return new ModelFault('key', `the model server refuses the key (${status})`);
  if (status === 404)
    return new ModelFault('unknown', 'the model server does not know that model or address (404)');
  if (status === 429) return new ModelFault('quota', 'the model server takes no more requests now (429)');
  return new ModelFault('server', `the model server answers ${status}`);
}
