import type { Content, Finding, Verdict } from './types';

/** The shapes of cases: what waits for a person. */

export type CaseKind = 'hold' | 'report' | 'enforcement' | 'watch';
export type CaseView = 'mine' | 'open' | 'closed';
export type Vote = 'release' | 'refuse' | 'uphold' | 'dismiss';
export type Outcome = 'released' | 'refused' | 'upheld' | 'dismissed';
export type AppealState = '' | 'drafted' | 'sent' | 'granted' | 'rejected';

export interface CasePerson {
  kind: string;
  account_id: string | null;
  name: string;
}

export interface CastVote {
  by: CasePerson;
  vote: Vote;
  note: string;
  at: string;
}

export interface Case {
  tenant_id: string;
  case_id: string;
  kind: CaseKind;
  matter: string;
  state: 'open' | 'decided' | 'lapsed';
  outcome: Outcome | null;
  clauses: string[];
  finding: Partial<Finding> | null;
  reason: string;
  author: CasePerson;
  opened_by: CasePerson;
  customer: string;
  opened_at: string;
  due_at: string;
  closed_at: string | null;
  handled_by: string[];
  needs: number;
  if_nobody_decides: 'refuse' | 'uphold' | 'escalate';
  votes: CastVote[];
  may_vote: Vote[];
  why_not: string;
  conversation_id: string | null;
  message_id: string | null;
  number_id: string;
}

export interface CaseMessage {
  message_id: string;
  direction: 'in' | 'out' | 'note';
  type: string;
  content: Content | null;
  text: string;
  status: string;
  at: string;
}

export interface Appeal {
  text: string;
  state: AppealState;
  suggested: string;
}

export interface CaseDetail extends Case {
  subject: string;
  /** What it is about, in its own words, where that is no message. */
  words: string[];
  findings: Partial<Finding>[];
  facts: Record<string, unknown>;
  message: CaseMessage | null;
  verdicts: { seq: number; at: string; moment: string; verdict: Verdict; clauses: string[]; findings: Partial<Finding>[] }[];
  appeal: Appeal | null;
}

export interface CasePage {
  items: Case[];
  next_cursor: string | null;
  counts: { open: number; mine: number };
}

/** Why a message waits for a second person, and until when. */
export interface Held {
  case_id: string;
  until: string;
  clause: string;
  sentence: string;
  needs: number;
}
