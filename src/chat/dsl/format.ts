import type { Locale } from './event.ts';

interface Unit {
  readonly own: string;
  readonly one: string;
  readonly many: string;
  readonly size: number;
}

interface Measured {
  readonly measure: 'MASS' | 'VOLUME' | 'COUNT';
  readonly base: number;
  /** What it is counted in, where that comes out even. */
  readonly unit?: Unit;
}

/** Fen as `¥15` or `¥15.50`. */
export function formatMoney(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const [whole, part] = [Math.trunc(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return part === 0 ? `${sign}¥${whole}` : `${sign}¥${whole}.${String(part).padStart(2, '0')}`;
}

/** `30枚`, `2 bottles`. */
const formatUnits = (count: number, { own, one, many }: Unit, locale: Locale): string =>
  locale === 'zh' ? `${count}${own}` : `${count} ${count === 1 ? one : many}`;

/** 2,500 g as `5斤` or `2.5 kg`; 500 ml as `500毫升` or `500 ml`; 3 pieces as `3件` or `3 pcs`. */
export function formatQuantity({ measure, base, unit }: Measured, locale: Locale): string {
  if (unit && base % unit.size === 0) return formatUnits(base / unit.size, unit, locale);
  switch (measure) {
    case 'MASS':
      return locale === 'zh' ? chineseMass(base) : metric(base, 'kg', 'g');
    case 'VOLUME':
      return locale === 'zh' ? metric(base, '升', '毫升').replace(' ', '') : metric(base, 'L', 'ml');
    case 'COUNT':
      return locale === 'zh' ? `${base}件` : base === 1 ? '1 pc' : `${base} pcs`;
  }
}

/** A price with what it buys: `¥15/斤`, `¥30/kg`, `¥39.90/5斤`. English readers get kilograms where that is exact. */
export function formatPrice(
  price: { fen: number; per: number; measure: Measured['measure']; unit?: Unit },
  locale: Locale,
): string {
  const { fen, per, measure, unit: own } = price;
  if (own && per === own.size) return `${formatMoney(fen)}/${locale === 'zh' ? own.own : own.one}`;
  if (own && per % own.size === 0) return `${formatMoney(fen)}/${formatUnits(per / own.size, own, locale)}`;
  if (per === 1 && measure === 'COUNT')
    return locale === 'zh' ? `${formatMoney(fen)}/件` : `${formatMoney(fen)} each`;
  const unit = locale === 'zh' && measure === 'MASS' ? CHINESE_UNITS.get(per) : undefined;
  if (unit) return `${formatMoney(fen)}/${unit}`;
  const kilo = (fen * 1000) / per;
  const isKilo =
    locale === 'en' && measure !== 'COUNT' && (per === 500 || per === 1000) && Number.isInteger(kilo);
  if (isKilo) return `${formatMoney(kilo)}/${measure === 'MASS' ? 'kg' : 'L'}`;
  return `${formatMoney(fen)}/${formatQuantity({ measure, base: per }, locale)}`;
}

/** `11月23日 19:30`, `23 Nov, 19:30`. */
export function formatTime(time: Date, locale: Locale, timeZone: string): string {
  const style = {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  } as const;
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { ...style, timeZone }).format(time);
}

/** `（中国标准时间）`, ` (China Standard Time)`. */
export function formatZone(at: Date, locale: Locale, timeZone: string): string {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB';
  const parts = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'long' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return locale === 'zh' ? `（${name}）` : ` (${name})`;
}

/** What prices are named for, in grams. */
const CHINESE_UNITS: ReadonlyMap<number, string> = new Map([
  [50, '两'],
  [500, '斤'],
  [1_000, '公斤'],
]);

/** Villagers weigh in 斤 (500 g), to the gram; what is less than half of one is named in grams. */
function chineseMass(base: number): string {
  return base === 0 || base >= 250 ? `${decimal(base, 500)}斤` : `${base}克`;
}

function metric(base: number, large: string, small: string): string {
  return base === 0 || base >= 1000 ? `${decimal(base, 1000)} ${large}` : `${base} ${small}`;
}

/** `base / unit` written out exactly, for units whose decimals end. */
function decimal(base: number, unit: number): string {
  const thousandths = (base * (1000 / unit)) % 1000;
  const part = String(thousandths).padStart(3, '0').replace(/0+$/, '');
  const whole = String(Math.trunc(base / unit));
  return part === '' ? whole : `${whole}.${part}`;
}
