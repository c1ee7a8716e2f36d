/**
 * What server and page tell each other.
 *
 * @typedef {'zh' | 'en'} Locale
 * @typedef {{ label: string, tap: string, tone?: 'primary' | 'danger' | 'success', picture?: string, detail?: string }
 *   | { label: string, url: string }
 *   | { label: string, share: string, link: string }
 *   | { label: string, dead: true }} Button
 *
 * @typedef {object} ShownMessage One message; one that took another's place has the same `place` and a higher `seq`.
 * @property {string} id
 * @property {string} seq
 * @property {string} place
 * @property {boolean} mine
 * @property {string} html Marked up with b, i, u, s, code and a alone.
 * @property {string} [photo]
 * @property {string[]} [pictures]
 * @property {{ id: string, name: string }} [file]
 * @property {Button[][]} buttons
 * @property {string} at
 *
 * @typedef {{ is: 'text', text: string }
 *   | { is: 'tap', action: string, message: string }
 *   | { is: 'command', name: string, rest: string }
 *   | { is: 'photos', files: string[], caption: string, album?: string }
 *   | { is: 'voice', recording: string, seconds: number }} EventBody
 *
 * @typedef {{ chat: string, locale: Locale, name: string, isOffice: boolean, isNew: boolean }} Session  new: made by this visit
 * @typedef {{ village: { zh: string, en: string, timeZone: string } | null, demo: boolean, voice: boolean }} Config  no village: nobody has founded it; voice: somebody can write it down
 * @typedef {{ session: Session, config: Config, messages: ShownMessage[] }} Opening  the newest messages, oldest first
 */

export {};
