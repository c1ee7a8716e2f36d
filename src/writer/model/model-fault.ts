import OpenAI from 'openai';

/** Why a model could not be used; each code needs a different remedy. */
export type ModelFaultCode =
  | 'key'
  | 'quota'
  | 'unknown'
  | 'unreachable'
  | 'slow'
  | 'server'
  | 'nonsense'
  | 'resting';

/** The error that the writer's model throws on purpose: one line, without keys and without what people wrote. */
export class ModelFault extends Error {
  readonly code: ModelFaultCode;

  constructor(code: ModelFaultCode, message: string) {
    super(message);
    this.name = 'ModelFault';
    this.code = code;
  }
}

/** What the operator can do. */
export const adviceFor: Readonly<Record<ModelFaultCode, string>> = {
  key: 'check OPENAI_API_KEY',
  quota: 'wait, or look at the limits and the bill of that account',
  unknown: 'check OPENAI_MODEL and OPENAI_BASE_URL, which mostly ends in /v1',
  unreachable: 'check OPENAI_BASE_URL and that the server runs and can be reached from here',
  slow: 'try again when the model is loaded, or take a smaller one',
  server: 'look into that server’s log',
  nonsense: 'take a model that can answer with one JSON object',
  resting: 'wait a minute, and look into that server’s log',
};

/** Classifies what the client threw. The server's message is left out: it may quote the key or the facts. */
export function toModelFault(error: unknown): ModelFault {
  if (error instanceof ModelFault) return error;
  if (error instanceof OpenAI.APIUserAbortError || error instanceof OpenAI.APIConnectionTimeoutError)
    return new ModelFault('slow', 'the model server did not answer in time');
  if (error instanceof OpenAI.APIConnectionError)
    return new ModelFault('unreachable', 'the model server cannot be reached');
  if (error instanceof OpenAI.APIError && error.status !== undefined) return answered(error.status);
  return new ModelFault('nonsense', 'the model’s answer is not what was asked for');
}

function answered(status: number): ModelFault {
  if (status === 401 || status === 403)
    return new ModelFault('key', `the model server refuses the key (${status})`);
  if (status === 404)
    return new ModelFault('unknown', 'the model server does not know that model or address (404)');
  if (status === 429) return new ModelFault('quota', 'the model server takes no more requests now (429)');
  return new ModelFault('server', `the model server answers ${status}`);
}
