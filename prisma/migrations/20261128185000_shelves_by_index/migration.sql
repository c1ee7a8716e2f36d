-- A shelf shows what can be had first: a column says so that changes only when the last is sold or new goods come, so
-- that selling a part of the stock leaves the shelves' indexes alone.
ALTER TABLE "product" ADD COLUMN "is_in_stock" BOOLEAN NOT NULL DEFAULT false;
UPDATE "product" SET "is_in_stock" = "on_hand" > "held";
CREATE FUNCTION "keep_in_stock"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."is_in_stock" := NEW."on_hand" > NEW."held";
  RETURN NEW;
END $$;
CREATE TRIGGER "product_in_stock" BEFORE INSERT OR UPDATE ON "product" FOR EACH ROW
  WHEN (NEW."is_in_stock" IS DISTINCT FROM (NEW."on_hand" > NEW."held")) EXECUTE FUNCTION "keep_in_stock"();

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

-- The n-th order's number as people say it, as src/shop/orders/order-number.ts makes it: A-0317, …, Z-9999, AA-0000.
CREATE FUNCTION "order_number_text"(n bigint) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  alphabet CONSTANT text := 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  left_over bigint := n / 10000;
  letters text := '';
BEGIN
  LOOP
    letters := substr(alphabet, (left_over % 24)::int + 1, 1) || letters;
    EXIT WHEN left_over < 24;
    left_over := left_over / 24 - 1;
  END LOOP;
  RETURN letters || '-' || lpad((n % 10000)::text, 4, '0');
END $$;
