-- Streams of a village that start within two minutes reach whoever follows the village as one message: a recipient whose
-- line stands in the message of another alert names that alert here.
ALTER TABLE "alert_recipient" ADD COLUMN "said_in" UUID;
CREATE INDEX "alert_recipient_said_in" ON "alert_recipient" ("said_in", "person_id") WHERE "said_in" IS NOT NULL;
