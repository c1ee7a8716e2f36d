-- Goods that rest come back by themselves on this day of the village.
ALTER TABLE "product" ADD COLUMN "resume_on" DATE;
CREATE INDEX "product_resume_on_idx" ON "product" ("resume_on");
