import type { Verdict } from './types';

export type Direction = 'tightens' | 'loosens' | 'neither';

/** A text of the policy, and what it changes. */
export interface PolicyVersion {
  name: string;
  title: string;
  effective: string;
  source: string;
  loosens: boolean;
  in_force: boolean;
  changes: { field: string; value: unknown; direction: Direction; clauses: string[]; why: string }[];
}

export interface PolicyVersions {
  rulebook: string;
  items: PolicyVersion[];
}

/** A Client's choice of a text that loosens. */
export interface PolicyChoice {
  choice_id: string;
  version: string;
  title: string;
  reason: string;
  chosen_by: string;
  chosen_at: string;
  effective_from: string;
  approved_by: string | null;
  approved_at: string | null;
  state: 'asked' | 'approved' | 'in force' | 'withdrawn';
}

export interface PolicyChoices {
  rulebook: string;
  items: PolicyChoice[];
}

/** Something that was allowed once and no longer holds. */
export interface StoppedThing {
  kind: string;
  title: string;
  verdict: Verdict;
  clauses: string[];
  findings: { sentence: string; next_sentence: string }[];
  rulebook_version: string;
  stopped_at: string;
  lifted_at: string | null;
}

export interface Standing {
  last: { rulebook_version: string; cause: string; began_at: string; screened: number; failed: number } | null;
  stops: StoppedThing[];
}
