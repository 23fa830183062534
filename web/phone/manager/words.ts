const SIMPLE: Record<string, string> = {
  RESTRICTED_BIZ_INITIATED_MESSAGING: 'May not start conversations',
  RESTRICTED_CUSTOMER_INITIATED_MESSAGING: 'May not answer customers',
  RESTRICTED_ADD_PHONE_NUMBER_ACTION: 'May not add numbers',
  RESTRICTED_UTILITY_TEMPLATES: 'May not use utility templates',
  RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING: 'Utility templates are slowed down',
  TIER_UNLIMITED: 'Unlimited',
  no_longer_needed: 'No longer wanted',
  never_asked: 'Never asked for',
};

/** A word of the platform as people read it: "PENDING_DELETION" is "Pending deletion". */
export function plain(word: string): string {
  const known = SIMPLE[word];
  if (known) return known;
  const tier = /^TIER_(\d+)(K?)$/.exec(word);
  if (tier) return `${Number(tier[1]) * (tier[2] ? 1000 : 1)} people a day`.replace(/(\d)(?=(\d{3})+ )/g, '$1,');
  const said = word.toLowerCase().replaceAll('_', ' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

const TONES: Record<string, Tone> = {
  APPROVED: 'good', CONNECTED: 'good', GREEN: 'good', AVAILABLE: 'good', ACTIVE: 'good',
  PENDING: 'warn', YELLOW: 'warn', PAUSED: 'warn', FLAGGED: 'warn', LIMITED: 'warn', DEFERRED: 'warn', IN_APPEAL: 'warn', PENDING_REVIEW: 'warn',
  REJECTED: 'bad', RED: 'bad', DISABLED: 'bad', BLOCKED: 'bad', RESTRICTED: 'bad', BANNED: 'bad', DECLINED: 'bad', DISABLE: 'bad', DISCONNECTED: 'bad',
};

export const toneOf = (word: string): Tone => TONES[word] ?? 'quiet';

/** A moment of the platform's clock, in the reader's own zone: "26 Nov, 14:05". */
export const moment = (seconds: number): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(seconds * 1000);
