import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useConversation, useConversations, useOffers } from '../api/queries';
import type { Offer, View } from '../api/types';
import type { CommandContext, DeskControls, DialogName } from '../commands/command';
import { useShortcuts } from '../commands/shortcuts';
import { kept } from '../conversation/composer/kept';
import { takenBack } from '../conversation/composer/takenBack';
import { useMoves } from '../conversation/moves';
import { useOfferAnswers } from '../offers/answers';
import { useMe } from '../session/session';
import { useIsWide } from '../ui/media';
import { useNotices } from './notices';
import { useSettings } from './settings';
import type { Begins, ClosedWay, DeskState, ListHandle } from './deskState';

const NO_OFFERS: Offer[] = [];
const VIEWS: View[] = ['mine', 'queue', 'all', 'closed'];

/** All that the desk's parts share: what is shown, what is open, and what the commands act through. */
export function useDesk(): DeskState {
  const me = useMe();
  const navigate = useNavigate();
  const { conversationId = '' } = useParams();
  const [parameters] = useSearchParams();
  const view = VIEWS.find((each) => each === parameters.get('view')) ?? 'mine';
  const { data: detail = null } = useConversation(conversationId);
  const { data: offers = NO_OFFERS } = useOffers();
  const moves = useMoves();
  const answers = useOfferAnswers();
  const { sound, notices, ...settings } = useSettings(me);
  const { data: list } = useConversations('mine', '');
  const mine = useMemo(() => list?.pages.flatMap(({ items }) => items) ?? [], [list]);
  useNotices(notices, offers, mine, navigate);

  const wide = useIsWide();
  const [q, setQ] = useState('');
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [noteMode, setNoteMode] = useState(false);
  const [closedWay, setClosedWay] = useState<ClosedWay | null>(null);
  const [begins, setBegins] = useState<Begins | null>(null);
  const [contextOpen, setContextOpen] = useState(wide);
  const listHandle = useRef<ListHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    setNoteMode(false);
    setClosedWay(null);
    setBegins(null);
  }, [conversationId]);
  useEffect(() => setContextOpen(wide), [wide]);

  const hrefOf = useCallback((id: string) => `/c/${id}?view=${view}`, [view]);
  const setView = useCallback(
    (next: View) => void navigate(`${conversationId ? `/c/${conversationId}` : '/'}?view=${next}`, { replace: true }),
    [navigate, conversationId],
  );
  const desk = useMemo(
    (): DeskControls => ({
      show: setView,
      showCases: () => void navigate('/cases'),
      step: (by) => listHandle.current?.step(by),
      openMarked: () => listHandle.current?.openMarked(),
      leaveConversation: () => void navigate(`/?view=${view}`),
      focusSearch: () => search.current?.focus(),
      focusComposer: () => setTimeout(() => composer.current?.focus()),
      writeNote: (on) => {
        setNoteMode(on);
        setTimeout(() => composer.current?.focus());
      },
      replyLater: () => {
        setNoteMode(false);
        setClosedWay('reply');
        setTimeout(() => composer.current?.focus());
      },
      beginWith: (content) => {
        kept.write(conversationId, takenBack(content, kept.read(conversationId)));
        setNoteMode(false);
        setClosedWay('reply');
        setBegins((before) => ({ content, count: (before?.count ?? 0) + 1 }));
      },
      toggleContext: () => setContextOpen((open) => !open),
      open: setDialog,
    }),
    [navigate, setView, view, conversationId],
  );
  const commands: CommandContext = {
    me,
    conversation: detail?.conversation_id === conversationId ? detail : null,
    offer: offers[0] ?? null,
    desk,
    moves,
    offers: answers,
    settings,
  };
  useShortcuts(commands);

  return {
    view,
    setView,
    q,
    setQ,
    conversationId,
    detail: commands.conversation,
    hrefOf,
    offers,
    dialog,
    setDialog,
    noteMode,
    setNoteMode,
    closedWay,
    setClosedWay,
    begins,
    setBegins,
    contextOpen,
    setContextOpen,
    sound,
    notices,
    unread: mine.reduce((sum, row) => sum + row.unread, 0),
    listHandle,
    search,
    composer,
    commands,
  };
}
