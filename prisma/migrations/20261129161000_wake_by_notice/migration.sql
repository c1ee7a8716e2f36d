-- Notifications reach processes by LISTEN; behind a pooler in transaction mode they do not. There a process names itself
-- `walnut notices`, and is told of what its own transaction notifies by a NOTICE on its connection, which a pooler passes on;
-- after the commit it passes that on itself (src/db/wake/notices.ts).
CREATE FUNCTION "tell_processes"(channel text, payload text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify(channel, payload);
  IF current_setting('application_name') = 'walnut notices' THEN
    RAISE NOTICE USING MESSAGE = channel || ' ' || payload, ERRCODE = 'WAKE1';
  END IF;
END $$;
CREATE OR REPLACE FUNCTION "tell_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_processes('walnut_facts', TG_TABLE_NAME);
  RETURN NULL;
END $$;
