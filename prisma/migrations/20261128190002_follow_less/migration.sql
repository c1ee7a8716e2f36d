-- Quiet hours go by the person's own clock, alerts of what they follow have a limit a day, and one subscription may be
-- for the digest alone.
ALTER TABLE "person" ADD COLUMN "alerts_a_day" INTEGER, ADD COLUMN "time_zone" TEXT;
ALTER TABLE "person" ADD CONSTRAINT "person_alerts_a_day" CHECK ("alerts_a_day" IS NULL OR "alerts_a_day" BETWEEN 0 AND 1000);
ALTER TABLE "subscription" ADD COLUMN "is_less" BOOLEAN NOT NULL DEFAULT false;
