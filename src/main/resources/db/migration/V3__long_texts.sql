-- What forms show can be longer than the engine's text variables are: a whole message, a meeting's causes.
alter table ACT_RU_VARIABLE alter column TEXT_ set data type varchar(100000);
