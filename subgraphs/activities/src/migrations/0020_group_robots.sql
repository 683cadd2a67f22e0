-- An endpoint can be the robot of a chat group, which gets messages in its own form and only so many a minute.

alter table webhook_endpoint add column kind text not null default 'WEBHOOK'
  check (kind in ('WEBHOOK', 'ROBOT_WECOM', 'ROBOT_DINGTALK', 'ROBOT_FEISHU'));
create index webhook_endpoint_robots on webhook_endpoint (paused_until) where state = 'ENABLED' and kind <> 'WEBHOOK';
