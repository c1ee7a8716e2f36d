-- A pair was counted as two pieces and shown as one: 25双 were read as 50双.
UPDATE product SET unit_size = 2 WHERE measure = 'COUNT' AND unit IN ('双', '对') AND unit_size = 1;
