import css from './Manager.module.css';
import { plain, toneOf, type Tone } from './words';

/** A state in a word and a colour; the word alone says it all. */
export function Badge({ word, tone, said }: { word: string; tone?: Tone; said?: string }) {
  return (
    <span className={css.badge} data-tone={tone ?? toneOf(word)}>
      {said ?? plain(word)}
    </span>
  );
}
