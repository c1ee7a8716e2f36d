-- Whoever reserved a stream hears of it in their quiet hours too, unless they have switched that off.
ALTER TABLE "person" ADD COLUMN "wants_reserved_at_night" BOOLEAN NOT NULL DEFAULT true;

-- On the day for which a harvest was promised its seller and those who ordered it hear of it, once for each such day.
ALTER TABLE "person" ADD COLUMN "wants_harvest_reminder" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "product" ADD COLUMN "harvest_told_on" DATE;
ALTER TABLE "order_line" ADD COLUMN "harvest_told_on" DATE;
CREATE INDEX "product_expected_on" ON "product" ("expected_on") WHERE "expected_on" IS NOT NULL;
