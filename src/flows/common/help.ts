import { tap } from '../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../chat/dsl/screen.ts';
import type { Turn } from '../flow.ts';
import { homeButton } from '../screens/values.ts';

// What buyers and sellers do alike: help, language, and reaching a person.

/** Shows `/help` in the words of the sellers' side. */
export const helpWith = (key: 'help-seller') => (): Reply => [
  { text: say(key), buttons: [[homeButton, { label: say('repair-person'), tap: tap('person') }]] },
];

/** Asks for the language, or sets the one that was named; then shows `home` in it. */
export const languageThen =
  (home: (turn: Turn<string>) => Promise<Reply>) =>
  async (turn: Turn<string>): Promise<Reply> => {
    const wanted = turn.params.locale ?? turn.params.rest;
    if (wanted !== 'zh' && wanted !== 'en') return [whichLanguage];
    await turn.shop.people.setLocale(turn.person.id, wanted);
    return [{ speaks: wanted }, { toast: say('language-set') }, ...(await home(turn))];
  };

const languageButton = (locale: 'zh' | 'en'): Button => ({
  label: say(`language-${locale}`),
  tap: tap('language/:locale', { locale }),
});

const whichLanguage: Screen = {
  text: say('language-which'),
  buttons: [[languageButton('zh'), languageButton('en')], [homeButton]],
};
