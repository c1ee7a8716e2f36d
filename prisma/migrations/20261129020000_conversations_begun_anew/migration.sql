-- When a conversation was last begun anew because no key opened where it stood: operators are told how many there are.
ALTER TABLE "session" ADD COLUMN "begun_anew_at" TIMESTAMPTZ(3);

CREATE INDEX "session_begun_anew_at_idx" ON "session"("begun_anew_at") WHERE "begun_anew_at" IS NOT NULL;
