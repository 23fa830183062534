import type { FormAnswer } from '../api/types';
import type { Values } from './model';

/** A screen that was reached, and what came with it. */
export interface Step {
  id: string;
  data: Values;
}

/** The way so far and what the server says next; the same screen again is that screen with new data. */
export function after(steps: Step[], { screen = '', data = {} }: FormAnswer): Step[] {
  const here = steps.at(-1);
  const next = { id: screen, data };
  return here?.id === screen ? [...steps.slice(0, -1), next] : [...steps, next];
}
