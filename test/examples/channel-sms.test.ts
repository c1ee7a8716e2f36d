import { expect, it } from 'vitest';
import { createSmsChannel, type IncomingSms, type SendSms } from '../../examples/channel-sms/channel.ts';
import type { OutgoingMessage } from '../../src/chat/dsl/channel.ts';

const sms: IncomingSms = { id: 'm1', from: '+8613800001234', seq: 1n, receivedAt: new Date(0) };
const hello: OutgoingMessage = {
  address: sms.from,
  body: { html: 'Tom &amp; <b>Li</b>', buttons: [] },
  platformId: null,
};
const deliver = (send: SendSms) => createSmsChannel('buyer', send).deliver(hello);

it('decodes words, commands and pictures', () => {
  const { decode } = createSmsChannel('seller', async () => 'sent');
  expect(decode({ ...sms, text: '/orders A-0317', language: 'zh' })).toEqual({
    channel: 'sms-seller',
    address: '+8613800001234',
    key: 'm1',
    seq: 1n,
    at: new Date(0),
    from: { name: '+8613800001234', language: 'zh' },
    body: { is: 'command', name: 'orders', rest: 'A-0317' },
  });
  expect(decode({ ...sms, text: '核桃 5斤' }).body).toEqual({ is: 'text', text: '核桃 5斤' });
  expect(decode(sms).body).toEqual({ is: 'unsupported', what: 'mms' });
});

it('sends plain text to the number', async () => {
  const sent: string[][] = [];
  const end = await deliver(async (to, text) => {
    sent.push([to, text]);
    return 'sent';
  });
  expect(end).toEqual({ is: 'sent' });
  expect(sent).toEqual([['+8613800001234', 'Tom & Li']]);
});

it('tells a number that is gone, a gateway that is busy and one that is away apart', async () => {
  expect(await deliver(async () => 'no such number')).toEqual({ is: 'gone' });
  expect(await deliver(async () => ({ retryInMs: 2_000 }))).toEqual({ is: 'later', ms: 2_000 });
  const away = await deliver(() => Promise.reject(new Error('socket hang up')));
  expect(away).toEqual({ is: 'unwell', why: 'Error: socket hang up', mayHaveArrived: true });
});
