-- The days of the week on which a household packs and sends, from 1 for Monday to 7; none: any day.
ALTER TABLE "seller" ADD COLUMN "ships_on" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
