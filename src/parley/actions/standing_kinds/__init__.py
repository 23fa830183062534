"""Kinds of things that stand: allowed once, used since, and screened again when the policy changes (F3). One a file.

Each has ``KIND``, a word for it, and ``standing``, what there is of it with a matter that the gate can decide on. What
fails is stopped: whoever uses such a thing asks the table ``policy_stop``. Where that is not enough, ``stop`` does
more, and ``lift`` undoes it once a later look finds the thing in order. What is doubtful opens a case; ``CASE`` names
its matter where the thing keeps by itself what people have lifted, and is '' where others ask.
"""
