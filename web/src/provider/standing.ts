import type { Client } from '../api/types';
import { plural, sentenceCase } from '../ui/words';

export interface Trouble {
  tone: 'red' | 'amber';
  words: string;
}

/** What a provider should look at, gravest first. */
export function troublesOf(client: Client): Trouble[] {
  const troubles: Trouble[] = [];
  const add = (tone: Trouble['tone'], words: string): number => troubles.push({ tone, words });
  if (client.status === 'suspended') add('red', 'Suspended: nothing is sent');
  if (client.status === 'terminated') add('red', 'Terminated');
  for (const number of client.numbers) {
    const which = client.numbers.length > 1 ? `${number.display_phone_number}: ` : '';
    if (number.missing.length > 0) add('red', sentenceCase(`${which}nothing can be sent, the profile is incomplete (B2)`));
    if (number.status.toUpperCase() !== 'CONNECTED') add('red', sentenceCase(`${which}${number.status.toLowerCase()}`));
  }
  if (client.bot.published_at && client.bot.paths.length === 0) add('red', 'The bot has no way to a person');
  if (client.quarantined > 0) add('amber', `${plural(client.quarantined, 'event')} in quarantine`);
  if (client.waiting_conversations > 0 && client.agents_online === 0) {
    add('amber', `${plural(client.waiting_conversations, 'customer')} waiting and nobody online`);
  }
  const paused = client.templates.filter(({ status }) => status.toUpperCase() !== 'APPROVED').length;
  if (paused > 0) add('amber', `${plural(paused, 'template')} not approved`);
  return troubles;
}
