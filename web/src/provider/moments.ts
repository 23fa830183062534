import { sentenceCase } from '../ui/words';

const WORDS: Record<string, string> = {
  onboarding: 'At onboarding',
  'opt-in': 'At an opt-in',
  'opt-out': 'At an opt-out',
  template: 'On a template',
  catalogue: 'On the catalogue',
  campaign: 'On a campaign',
  outbound: 'Before sending',
  inbound: 'On receiving',
  automation: 'On the bot',
  agent: 'At the desk',
  data: 'When data leave',
  platform: 'On news from WhatsApp',
  update: 'At a new rulebook',
};

/** When the gate was asked, in words. */
export const momentWord = (moment: string): string => WORDS[moment] ?? sentenceCase(moment);

/** The same within a sentence. */
export const momentInside = (moment: string): string => momentWord(moment).replace(/^\w/, (first) => first.toLowerCase());
