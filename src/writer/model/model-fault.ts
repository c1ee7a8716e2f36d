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

/** For whatever else is thrown on the way to a draft. */
export const toModelFault = (error: unknown): ModelFault =>
  error instanceof ModelFault
    ? error
    : new ModelFault('nonsense', 'the model’s answer is not what was asked for');
