import { z } from 'zod';

/** What we read of Telegram's updates, and no more: fields that we do not know are kept and never trusted. */
const user = z.looseObject({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});

const chat = z.looseObject({ id: z.int(), type: z.string() });

const photoSize = z.looseObject({ file_id: z.string(), width: z.number(), height: z.number() });

const entity = z.looseObject({ type: z.string(), offset: z.int(), length: z.int() });

const message = z.looseObject({
  message_id: z.int(),
  chat,
  from: user.optional(),
  /** Seconds since 1970. */
  date: z.int(),
  edit_date: z.int().optional(),
  via_bot: user.optional(),
  media_group_id: z.string().optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  photo: z.array(photoSize).optional(),
  document: z.looseObject({ file_id: z.string().optional(), mime_type: z.string().optional() }).optional(),
  voice: z.looseObject({ file_id: z.string(), duration: z.number() }).optional(),
  contact: z
    .looseObject({ phone_number: z.string(), first_name: z.string(), last_name: z.string().optional() })
    .optional(),
  successful_payment: z
    .looseObject({
      currency: z.string(),
      total_amount: z.int(),
      invoice_payload: z.string(),
      telegram_payment_charge_id: z.string(),
      provider_payment_charge_id: z.string(),
    })
    .optional(),
  location: z.looseObject({ latitude: z.number(), longitude: z.number() }).optional(),
});

const callbackQuery = z.looseObject({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  /** May be a message that the bot can no longer read; it has its chat and id all the same. */
  message: z.looseObject({ message_id: z.int(), chat }).optional(),
});

const memberChange = z.looseObject({
  chat,
  from: user,
  date: z.int(),
  new_chat_member: z.looseObject({ status: z.string() }),
});

const updateShape = z.looseObject({
  update_id: z.int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: callbackQuery.optional(),
  my_chat_member: memberChange.optional(),
});

export type DecodedUpdate = z.infer<typeof updateShape>;
export type DecodedMessage = z.infer<typeof message>;
export type DecodedTap = z.infer<typeof callbackQuery>;
export type DecodedMemberChange = z.infer<typeof memberChange>;
export type DecodedUser = z.infer<typeof user>;

/** The parts of an update that we read, or nothing when it is not one. */
export const parseUpdate = (update: unknown): DecodedUpdate | undefined => updateShape.safeParse(update).data;

/** What every update has, of whatever kind and from whatever version of Telegram's API. */
export interface AnyUpdate {
  readonly update_id: number;
}

const numbered = z.looseObject({ update_id: z.int().nonnegative() });

/** Lets a posted body in as a framework's own type of update: frameworks only sort by it, what we read goes through `seen`. */
export const isUpdate = <Update extends AnyUpdate>(body: unknown): body is Update =>
  numbered.safeParse(body).success;
