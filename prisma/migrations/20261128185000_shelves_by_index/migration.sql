-- A shelf shows what can be had first: a column says so that changes only when the last is sold or new goods come, so
-- that selling a part of the stock leaves the shelves' indexes alone.
ALTER TABLE "product" ADD COLUMN "is_in_stock" BOOLEAN GENERATED ALWAYS AS ("on_hand" > "held") STORED;

CREATE INDEX "product_shelf" ON "product" ("is_in_stock" DESC, "published_at" DESC, "id" DESC) WHERE "status" = 'on-sale';
CREATE INDEX "product_shelf_of_category" ON "product" ("category", "is_in_stock" DESC, "published_at" DESC, "id" DESC) WHERE "status" = 'on-sale';
CREATE INDEX "product_shelf_of_seller" ON "product" ("seller_id", "is_in_stock" DESC, "published_at" DESC, "id" DESC) WHERE "status" = 'on-sale';
CREATE INDEX "product_season" ON "product" USING GIN ("season") WHERE "status" = 'on-sale';

-- Processes know the village by heart; whoever changes it tells them.
CREATE FUNCTION "tell_facts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('walnut_facts', TG_TABLE_NAME);
  RETURN NULL;
END $$;
CREATE TRIGGER "village_told" AFTER INSERT OR UPDATE OR DELETE ON "village" FOR EACH STATEMENT EXECUTE FUNCTION "tell_facts"();
