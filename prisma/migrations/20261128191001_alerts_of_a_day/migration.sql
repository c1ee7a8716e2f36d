-- How many alerts somebody has had today.
CREATE INDEX "alert_recipient_person_id_sent_at_idx" ON "alert_recipient"("person_id", "sent_at");
