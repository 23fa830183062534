import { expect, test } from 'vitest';
import type { Client } from '../api/types';
import { troublesOf } from './standing';

const client = (more: Partial<Client> = {}): Client => ({
  tenant_id: 't',
  slug: 'northbank',
  name: 'Northbank',
  legal_name: '',
  country: 'GB',
  timezone: 'Europe/London',
  privacy_url: '',
  status: 'active',
  open_conversations: 0,
  waiting_conversations: 0,
  agents_online: 1,
  agents: 1,
  quarantined: 0,
  decisions_24h: { allow: 0, warn: 0, redact: 0, hold: 0, block: 0 },
  numbers: [],
  bot: { published_at: '2026-03-01T00:00:00Z', paths: ['in_chat'], intents: 1 },
  templates: [],
  ...more,
});

test('a Client without trouble is in good standing', () => {
  expect(troublesOf(client())).toEqual([]);
});

test('customers who wait while nobody is there are trouble', () => {
  expect(troublesOf(client({ waiting_conversations: 2, agents_online: 0 }))).toEqual([
    { tone: 'amber', words: '2 customers waiting and nobody online' },
  ]);
});

test('a published bot without a way out is grave', () => {
  const bot = { published_at: '2026-03-01T00:00:00Z', paths: [], intents: 1 };
  expect(troublesOf(client({ bot }))[0]?.tone).toBe('red');
});
