import { Suspense, lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { LineContext, useLiveUpdates } from '../api/live';
import { useClockSync } from '../api/clock';
import type { Me } from '../api/types';
import { LogInPage } from '../session/LogInPage';
import { MeContext, useSession } from '../session/session';
import { Notice } from '../ui/Notice';
import { DeskPage } from './DeskPage';
import { NotForYou } from './NotForYou';
import { Splash } from './Splash';

const ProviderPage = lazy(() => import('../provider/ProviderPage'));

export function App() {
  const { data: me, error, isPending, refetch } = useSession();
  if (isPending) return <Splash />;
  if (me === undefined) {
    return (
      <Splash>
        <Notice tone="red" title={error?.message ?? 'The service does not answer.'} action={{ label: 'Try again', run: () => void refetch() }} />
      </Splash>
    );
  }
  if (me === null) return <LogInPage />;
  return (
    <MeContext value={me}>
      <Inside key={me.account_id} me={me} />
    </MeContext>
  );
}

function Inside({ me }: { me: Me }) {
  const line = useLiveUpdates();
  useClockSync();
  const isProvider = me.role === 'provider';
  return (
    <LineContext value={line}>
      <Suspense fallback={<Splash />}>
        <Routes>
          <Route path="/provider/*" element={isProvider ? <ProviderPage /> : <NotForYou />} />
          {isProvider ? (
            <Route path="*" element={<Navigate to="/provider" replace />} />
          ) : (
            <>
              <Route element={<DeskPage />}>
                <Route path="/" element={null} />
                <Route path="/c/:conversationId" element={null} />
                <Route path="/cases/:caseId?" element={null} />
              </Route>
              <Route path="*" element={<Navigate to="/" replace />} />
            </>
          )}
        </Routes>
      </Suspense>
    </LineContext>
  );
}
