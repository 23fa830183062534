import { expect, test } from 'vitest';
import type { Case, CastVote } from '../api/caseTypes';
import { agreed, doneOf, isRemembered, matterOf, rolesOf, silence, titleOf, whoOf } from './words';

const held = (more: Partial<Case> = {}): Case => ({
  tenant_id: 't', case_id: 'c', kind: 'hold', matter: 'message', state: 'open', outcome: null, clauses: ['B8'],
  finding: null, reason: '', author: { kind: 'agent', account_id: 'a', name: 'Amara' },
  opened_by: { kind: 'gate', account_id: null, name: '' }, customer: 'Tom', opened_at: '', due_at: '',
  closed_at: null, handled_by: ['supervisor', 'provider'], needs: 2, if_nobody_decides: 'refuse', votes: [],
  may_vote: [], why_not: '', conversation_id: null, message_id: null, number_id: '', ...more,
});
const said = (vote: CastVote['vote']): CastVote => ({ by: { kind: 'person', account_id: 'x', name: 'Sue' }, vote, note: 'n', at: '' });

test('a held message names its author and for whom it was', () => {
  expect(whoOf(held())).toBe('Amara · to Tom');
  expect(whoOf(held({ author: { kind: 'bot', account_id: null, name: '' } }))).toBe('the bot · to Tom');
});

test('a report names who reported and who wrote', () => {
  const opened_by = { kind: 'agent', account_id: 'b', name: 'Bob' };
  expect(whoOf(held({ kind: 'report', opened_by, customer: '' }))).toBe('reported by Bob · written by Amara');
});

test('silence is said before it happens', () => {
  expect(silence(held())).toBe('If nobody decides, it is not sent.');
  expect(silence(held({ if_nobody_decides: 'escalate' }))).toContain('provider');
});

test('only words that let it pass count towards four eyes', () => {
  expect(agreed(held({ votes: [said('release'), said('refuse')] }))).toBe(1);
});

test('the roles read as people', () => {
  expect(rolesOf(held())).toBe('Supervisors and the provider');
});

test('something that stood and is doubted is named by its own kind, and silence leaves it stopped', () => {
  const standing = { ...held({ matter: 'standing' }), facts: { standing: 'canned_reply', title: '/hi' } };
  expect(matterOf(standing)).toBe('Canned reply');
  expect(titleOf(standing)).toBe('/hi');
  expect(silence(standing)).toBe('If nobody decides, it stays stopped.');
  expect(doneOf('released', 'standing')).toBe('It may be used again.');
});

test('only where the file itself was held is the decision remembered for it', () => {
  const finding = { rule: 'files_are_cleared', clause: 'E7', verdict: 'hold', sentence: '', next_step: 'none', next_sentence: '' } as const;
  expect(isRemembered({ ...held(), findings: [finding] })).toBe(true);
  expect(isRemembered({ ...held(), findings: [{ ...finding, rule: 'no_offensive_content' }] })).toBe(false);
  expect(isRemembered({ ...held({ kind: 'report' }), findings: [finding] })).toBe(false);
});
