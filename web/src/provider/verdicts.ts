import type { Verdict } from '../api/types';

export const VERDICTS: Verdict[] = ['allow', 'warn', 'redact', 'hold', 'block'];

const WORDS: Record<Verdict, string> = { allow: 'Allowed', warn: 'Warned', redact: 'Redacted', hold: 'Held', block: 'Refused' };

export const verdictWord = (verdict: Verdict): string => WORDS[verdict] ?? verdict;
