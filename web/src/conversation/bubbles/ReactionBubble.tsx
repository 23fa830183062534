import type { ReactionContent } from '../../api/types';
import type { BubbleProps } from './Contents';

/** Reactions hang on the message they are for; this is one that came alone. */
export const ReactionBubble = ({ content }: BubbleProps<ReactionContent>) => <>{content.emoji || 'Took a reaction back'}</>;
