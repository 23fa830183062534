import type { View } from './types';

/** The names under which answers are kept. A shorter key stands for all that begin with it. */
export const keys = {
  me: ['me'] as const,
  clock: ['clock'] as const,
  colleagues: ['colleagues'] as const,
  canned: ['canned'] as const,
  offers: ['offers'] as const,
  templates: (numberId: string) => ['templates', numberId] as const,
  lists: ['conversations'] as const,
  list: (view: View, q: string) => ['conversations', view, q] as const,
  detail: (id: string) => ['conversation', id] as const,
  messages: (id: string) => ['messages', id] as const,
  locals: (id: string) => ['locals', id] as const,
  sending: (id: string) => ['send', id] as const,
  cases: ['cases'] as const,
  blocks: ['blocks'] as const,
  block: (conversationId: string) => ['blocks', conversationId] as const,
  provider: ['provider'] as const,
  clients: ['provider', 'clients'] as const,
  rulebook: ['provider', 'rulebook'] as const,
  coverage: ['provider', 'coverage'] as const,
  versions: ['provider', 'versions'] as const,
  standing: (tenantId: string) => ['provider', 'standing', tenantId] as const,
  choices: (tenantId: string) => ['provider', 'choices', tenantId] as const,
  decisions: (tenantId: string, verdict: string, clause: string) =>
    ['provider', 'decisions', tenantId, verdict, clause] as const,
  prices: (tenantId: string, month: string) => ['provider', 'prices', tenantId, month] as const,
  priceTotals: (tenantId: string, month: string) => ['provider', 'price-totals', tenantId, month] as const,
  signUps: (tenantId: string) => ['provider', 'sign-ups', tenantId] as const,
  notices: (tenantId: string) => ['provider', 'notices', tenantId] as const,
  quarantine: (tenantId: string) => ['provider', 'quarantine', tenantId] as const,
};
