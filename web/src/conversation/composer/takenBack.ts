import type { Content } from '../../api/types';

/** The words of a message that was not sent, with what has been typed since behind them. */
export function takenBack(content: Content, typedSince: string): string {
  const words = content.type === 'text' ? content.body : content.type === 'media' ? (content.caption ?? '') : '';
  if (!typedSince.trim() || typedSince.trim() === words.trim()) return words || typedSince;
  return words ? `${words}\n${typedSince}` : typedSince;
}
