import { HashRouter, Route, Routes } from 'react-router';
import { mount } from './mount';
import { Stage } from './stage/Stage';

mount(
  <HashRouter>
    <Routes>
      <Route path="/:waId?/:numberId?" element={<Stage />} />
    </Routes>
  </HashRouter>,
  { staleTime: 10_000, retry: 2, retryDelay: (attempt) => 500 * 2 ** attempt },
);
