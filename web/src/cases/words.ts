import type { Case, CaseDetail, CaseKind, Outcome, Vote } from '../api/caseTypes';
import { listed, sentenceCase } from '../ui/words';

export const KINDS: Record<CaseKind, string> = {
  hold: 'Held',
  report: 'Reported',
  enforcement: 'WhatsApp acted',
  watch: 'On a list',
};

export const VOTES: Record<Vote, string> = {
  release: 'Let it pass',
  refuse: 'Refuse it',
  uphold: 'It stands',
  dismiss: 'Nothing wrong',
};

/** What somebody said, after their name. */
export const SAID: Record<Vote, string> = {
  release: 'would let it pass',
  refuse: 'refused it',
  uphold: 'says that it stands',
  dismiss: 'found nothing wrong',
};

export const OUTCOMES: Record<Outcome, string> = {
  released: 'Let pass',
  refused: 'Refused',
  upheld: 'It stands',
  dismissed: 'Nothing wrong',
};

const DONE: Record<Outcome, string> = {
  released: 'It goes on its way.',
  refused: 'It is stopped, and its author is told.',
  upheld: 'It is on record that it stands.',
  dismissed: 'It is on record that nothing was wrong.',
};

/** What follows from it. */
export const doneOf = (outcome: Outcome, matter: string): string => {
  if (matter !== 'standing') return DONE[outcome];
  return outcome === 'released' ? 'It may be used again.' : 'It stays stopped until its words change.';
};

/** The word that lets it pass; it needs a note and, on some cases, a second person. */
export const isLenient = (vote: Vote): boolean => vote === 'release' || vote === 'dismiss';

/** Who is in the case, in a few words. */
export function whoOf({ kind, author, opened_by, customer }: Case): string {
  const people = kind === 'report' ? [`reported by ${nameOf(opened_by)}`, `written by ${nameOf(author)}`] : [nameOf(author)];
  if (kind === 'enforcement') return 'the whole account';
  return [...people, customer && author.kind !== 'customer' ? `to ${customer}` : customer].filter(Boolean).join(' · ');
}

const KNOWN: Record<string, string> = { bot: 'the bot', customer: 'the customer', system: 'the service', platform: 'WhatsApp' };

export const nameOf = ({ name, kind }: { name: string; kind: string }): string =>
  name || KNOWN[kind] || kind || 'nobody';

/** What the case is about: something that stood, and is doubted today, by its own kind. */
export const matterOf = ({ matter, facts }: Pick<CaseDetail, 'matter' | 'facts'>): string =>
  sentenceCase(String(matter === 'standing' ? (facts.standing ?? matter) : matter).replaceAll('_', ' '));

/** Above its words. */
export const titleOf = (found: Pick<CaseDetail, 'matter' | 'facts'>): string => String(found.facts.title ?? 'What it says');

/** What happens if the time passes without a word. */
export function silence({ if_nobody_decides, kind, matter }: Case): string {
  if (if_nobody_decides === 'escalate') return 'If nobody decides, the provider looks at it next.';
  if (if_nobody_decides === 'uphold') return 'If nobody decides, it stands.';
  if (matter === 'standing') return 'If nobody decides, it stays stopped.';
  return kind === 'hold' ? 'If nobody decides, it is not sent.' : 'If nobody decides, it is refused.';
}

/** What is said of a file holds for the very same file from then on. */
export const isRemembered = ({ kind, findings }: Pick<CaseDetail, 'kind' | 'findings'>): boolean =>
  kind === 'hold' && findings.some(({ rule, verdict }) => rule === 'files_are_cleared' && verdict === 'hold');

export const rolesOf = ({ handled_by }: Case): string =>
  sentenceCase(listed(handled_by.map((role) => (role === 'provider' ? 'the provider' : `${role}s`))));

/** How many have agreed, of those that must. */
export const agreed = ({ votes }: Case): number => votes.filter(({ vote }) => isLenient(vote)).length;
